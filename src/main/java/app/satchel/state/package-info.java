/** What Satchel keeps of its own: where, in which form, how much, and how to be rid of it. */
package app.satchel.state;
