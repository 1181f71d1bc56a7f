/**
 * What a window needs of this computer: how it is drawn, what is missing when it cannot start, and
 * how a person is told who has no terminal. Knows no JavaFX, because it has to work where JavaFX
 * does not.
 */
package app.satchel.display;
