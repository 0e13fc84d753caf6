/**
 * The text of an XML file in the encoding that its byte order mark or its declaration says, else UTF-8 (XML 1.0,
 * appendix F). Bytes that are not of that encoding become U+FFFD; an encoding that is not known is taken for UTF-8.
 */
export function decodeXml(bytes: Uint8Array): string {
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(latin(bytes.subarray(0, 200)))?.[1]
  return createDecoder(markOf(bytes) ?? declared ?? 'utf-8').decode(bytes)
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xef && second === 0xbb ? 'utf-8' : undefined
}

function createDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    // Without a mark, and yet with a declaration that could be read byte by byte, it is not UTF-16.
    return new TextDecoder(/^utf-?16/i.test(encoding) && !/[bl]e$/i.test(encoding) ? 'utf-8' : encoding)
  } catch {
    return new TextDecoder()
  }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
