/**
 * What is on every page, with exercises or without: the way out of a frame, the settings, the menu;
 * and it starts the others. One file: each more that a page names comes before its first words.
 */
import "./framed.mjs";
import "./reading.mjs";
import "./shell.mjs";
import "./start.mjs";
