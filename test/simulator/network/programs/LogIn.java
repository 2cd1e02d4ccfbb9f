import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** A login by JWT bearer with what Java brings: LogIn <consumer key> <username> <key file>. */
public class LogIn {
  private static final String HOST = "https://login.salesforce.com";

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] given) throws Exception {
    String pem = Files.readString(Path.of(given[2])).replaceAll("-----[A-Z ]+-----|\\s", "");
    var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    String claims = String.format("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}",
        given[0], given[1], HOST, Instant.now().getEpochSecond() + 180);
    String body = encoded(bytes("{\"alg\":\"RS256\"}")) + "." + encoded(bytes(claims));
    var seal = Signature.getInstance("SHA256withRSA");
    seal.initSign(key);
    seal.update(bytes(body));
    String form = "grant_type=" + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
        + "&assertion=" + body + "." + encoded(seal.sign());
    var request = HttpRequest.newBuilder(URI.create(HOST + "/services/oauth2/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form)).build();
    System.out.print(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }
}
