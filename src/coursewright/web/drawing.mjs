/** Pictures in SVG, made piece by piece. */

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes, and text or elements in it. */
export function shape(name, attributes = {}, ...content) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}
