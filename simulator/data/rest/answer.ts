/** What a resource answers. A string body is sent as it is, under `type`; everything else as JSON. */
export type Answer = {
  status: number;
  body: unknown;
  type?: string;
  headers?: Record<string, string>;
};

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** The usual refusal: an array of one, the message first. */
export const refusal = (
  status: number,
  errorCode: string,
  message: string,
  more: Record<string, unknown> = {},
): Answer => ({
  status,
  body: [{ message, errorCode, ...more }],
});

/** Refusals of the layer in front of the resources name the code first. */
export const frontRefusal = (status: number, errorCode: string, message: string): Answer => ({
  status,
  body: [{ errorCode, message }],
});

export const notFound = (): Answer => frontRefusal(404, 'NOT_FOUND', 'The requested resource does not exist');
