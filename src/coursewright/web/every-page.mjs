/** What is on every page, with exercises or without: the way out of a frame, the settings, the menu. */
import "./framed.mjs";
import "./reading.mjs";
import "./shell.mjs";
