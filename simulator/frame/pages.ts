/** HTML that Salesforce sends where JSON or XML was asked for, as far as it was seen; the ends of the pages are ours. */
export const page420 = `<!DOCTYPE HTML>
<html lang=en-US>
<head>
<meta charset=UTF-8>
<title>Error Page</title>
</head>
<body></body>
</html>
`;

export const pageDataNotAvailable = `<html><body>
<div style="display:none;" id="errorTitle">Data Not Available</div><div style="display:none;" id="errorDesc">The data you were trying to access could not be found.</div>
</body></html>
`;

export const pageMaintenance = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
 <head>
 </head>
 <body>
  <center>
   <table bgcolor="white" style="align: center;">
    <tbody>
     <tr><td><br><br></td></tr>
     <tr>

      <td>
       <table bgcolor="white" cellpadding="0" cellspacing="0" style="border:1px solid #ccc;" width="758">
        <tbody>
         <tr><td><br></td></tr>
         <tr>
          <td>
           <div style="background-color: white; border: 1px solid #ccc; padding: 0px; margin-top: 10px; margin-bottom: 0px; margin-left: 10px; margin-right: 10px;">
            <table bgcolor="white" cellpadding="0" cellspacing="0" width="758">
             <tbody>

              <tr>
               <td><span style="font-family: Verdana; font-size: medium; font-weight: bold;">We are down for maintenance.</span><br><br>Sorry for the inconvenience. We'll be back shortly.</td>
              </tr>
             </tbody>
            </table>
           </div>
          </td>
         </tr>
        </tbody>
       </table>
      </td>
     </tr>
    </tbody>
   </table>
  </center>
 </body>
</html>
`;

/** What a GET of a SOAP address gets. */
export const page405 = (path: string): string =>
  `<html><head><title>Error 405 Only POST allowed</title></head>\n<body><h2>HTTP ERROR 405</h2>\n<p>Problem accessing ${path}. Reason:\n<pre>    Only POST allowed</pre></p></body></html>\n`;
