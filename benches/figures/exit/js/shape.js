// The size of the exit, and the contrast of its words with their background.
const exit = document.querySelector('[data-exit]');
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const parts = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const luminance = (colour) => {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
let ground = exit;
while (parts(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
const lights = [getComputedStyle(exit).color, getComputedStyle(ground).backgroundColor].map(luminance);
const { width, height } = exit.getBoundingClientRect();
return { width, height, contrast: (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05) };
