// Opens a sealed pack (Uint8Array) with its CryptoKey and returns a function from a path to a Response, or to
// nothing. Throws if the key is wrong or a byte was changed.
const openPack = async (key, sealed) => {
  const cipher = {
    name: 'AES-GCM',
    iv: sealed.subarray(1, 13),
    additionalData: new TextEncoder().encode(`pack ${sealed[0]}`),
  };
  const pack = await crypto.subtle.decrypt(cipher, key, sealed.subarray(13));
  const start = 4 + new DataView(pack).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, start - 4)));
  const files = new Map(index.map((file) => [file.path, file]));
  return (path) => {
    const file = files.get(path);
    return (
      file &&
      new Response(new Uint8Array(pack, start + file.from, file.to - file.from), {
        headers: [...file.headers, ['content-type', file.type]],
      })
    );
  };
};
