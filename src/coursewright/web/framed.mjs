/**
 * A page inside another site's frame: nothing on it can be tapped but the way out.
 *
 * A site that frames the course could lay something invisible over its buttons. The policy that
 * forbids framing counts only as an HTTP header, which plain hosting does not let us set.
 */

/** Whether every page around this one is from the same site. */
function isAtHome() {
  try {
    return window.top.location.origin === window.location.origin;
  } catch {
    return false; // the browser does not even let us ask
  }
}

if (window.top !== window.self && !isAtHome()) {
  const notice = document.querySelector(".cw-framed");
  for (let part = notice; part !== document.body; part = part.parentElement) {
    for (const other of part.parentElement.children) other.inert = other !== part;
  }
  notice.querySelector("a").href = window.location.href;
  notice.hidden = false;
}
