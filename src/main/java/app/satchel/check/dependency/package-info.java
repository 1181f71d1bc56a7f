/**
 * Which other skills a skill names, and what became of them. Reading ({@link
 * app.satchel.check.dependency.DependencyReader}) is apart from resolving ({@link
 * app.satchel.check.dependency.DependencyResolver}), and where skills can be found is a {@link
 * app.satchel.check.dependency.SkillWorld}: a folder on disk, marketplaces, or both.
 */
package app.satchel.check.dependency;
