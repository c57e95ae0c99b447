// Reads files of a sealed pack with the shipped code, which comes before this script.
const [keyHex, sealedHex, paths, done] = arguments;
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
(async () => {
  let file;
  try {
    file = await openPack(bytes(keyHex), bytes(sealedHex));
  } catch (error) {
    return error.name;
  }
  const read = async (path) => {
    const answer = file(path);
    return answer ? [await answer.text(), [...answer.headers].sort().map((header) => header.join(': '))] : null;
  };
  return Promise.all(paths.map(read));
})().then(done, (error) => done(`failed: ${error}`));
