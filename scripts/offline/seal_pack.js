// Seals a pack (Uint8Array) with a CryptoKey, in the form that open_pack.js opens.
const sealPack = async (key, pack) => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode('pack 1');
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, pack);
  const sealed = new Uint8Array(13 + text.byteLength);
  sealed[0] = 1;
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(text), 13);
  return sealed;
};
