// Opens a sealed pack with its key (both Uint8Array), and gives a function that answers with the file at a path,
// or with nothing. It throws where the key is another one, or a byte is not as it was sealed.
const openPack = async (key, sealed) => {
  const cipher = { name: 'AES-GCM', iv: sealed.subarray(1, 13), additionalData: new TextEncoder().encode(`pack ${sealed[0]}`) };
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const pack = await crypto.subtle.decrypt(cipher, imported, sealed.subarray(13));
  const start = 4 + new DataView(pack).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, start - 4)));
  const files = new Map(index.map((file) => [file.path, file]));
  return (path) => {
    const file = files.get(path);
    return file && new Response(new Uint8Array(pack, start + file.from, file.to - file.from), {
      headers: [...file.headers, ['content-type', file.type]],
    });
  };
};
