/** New versions of Satchel itself: looked for when the person wants it, told calmly. */
package app.satchel.ui.update;
