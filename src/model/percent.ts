const decoded = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
};

/** Text of others with its percent-encoding undone. A percent sign that encodes nothing stays: `50% Sales` is a name. */
export const percentDecoded = (text: string): string => text.replaceAll(/(?:%[0-9a-f]{2})+/giu, decoded);
