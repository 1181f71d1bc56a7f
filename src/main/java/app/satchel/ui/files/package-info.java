/**
 * The files of a skill: a tree of them, and the one that was opened. Whatever is in them is shown
 * or described; nothing is ever run.
 */
package app.satchel.ui.files;
