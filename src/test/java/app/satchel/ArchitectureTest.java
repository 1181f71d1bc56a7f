package app.satchel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The map of docs/ARCHITECTURE.md. Each rule says why, and what to do instead. */
@AnalyzeClasses(packages = "app.satchel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String WINDOW = "app.satchel.ui..";
  private static final String COMMANDS = "app.satchel.cli..";
  private static final String START = "app.satchel";

  private static final Pattern ZIP_API =
      Pattern.compile("java\\.util\\.zip\\.(Zip(File|.*Stream)|.*InflaterInputStream)");
  private static final Pattern DISK_CHANGE =
      Pattern.compile(
          "write.*|newOutputStream|newBufferedWriter|create.*|copy|move|delete.*|set.*");
  private static final Pattern AGENT_FOLDER = Pattern.compile("(user|project)Dir(ectory)?");

  @ArchTest
  static final ArchRule arrowsPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("start")
          .definedBy(START)
          .layer("ui")
          .definedBy(WINDOW)
          .layer("cli")
          .definedBy(COMMANDS)
          .layer("assembly")
          .definedBy("app.satchel.assembly..")
          .layer("install")
          .definedBy("app.satchel.install..")
          .layer("check")
          .definedBy("app.satchel.check..")
          .layer("catalog")
          .definedBy("app.satchel.catalog..")
          .layer("marketplace")
          .definedBy("app.satchel.marketplace..")
          .layer("archive")
          .definedBy("app.satchel.archive..")
          .layer("markdown")
          .definedBy("app.satchel.markdown..")
          .layer("workspace")
          .definedBy("app.satchel.workspace..")
          .layer("http")
          .definedBy("app.satchel.http..")
          .layer("display")
          .definedBy("app.satchel.display..")
          .layer("opening")
          .definedBy("app.satchel.opening..")
          .layer("instance")
          .definedBy("app.satchel.instance..")
          .layer("skill")
          .definedBy("app.satchel.skill..")
          .layer("state")
          .definedBy("app.satchel.state..")
          .layer("release")
          .definedBy("app.satchel.release..")
          .layer("foundation")
          .definedBy(
              "app.satchel.problem..",
              "app.satchel.task..",
              "app.satchel.words..",
              "app.satchel.disk..",
              "app.satchel.log..")
          .whereLayer("start")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("start")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("start")
          .whereLayer("assembly")
          .mayOnlyBeAccessedByLayers("start", "ui", "cli")
          .whereLayer("install")
          .mayOnlyBeAccessedByLayers("start", "ui", "cli", "assembly")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("ui", "cli", "assembly", "install")
          .whereLayer("catalog")
          .mayOnlyBeAccessedByLayers("ui", "cli", "assembly", "install", "check")
          .whereLayer("marketplace")
          .mayOnlyBeAccessedByLayers(
              "ui", "cli", "assembly", "install", "check", "catalog", "opening")
          .whereLayer("opening")
          .mayOnlyBeAccessedByLayers("start", "ui", "cli")
          .whereLayer("instance")
          .mayOnlyBeAccessedByLayers("start")
          .whereLayer("archive")
          .mayOnlyBeAccessedByLayers(
              "ui", "cli", "assembly", "install", "check", "catalog", "marketplace")
          .whereLayer("markdown")
          .mayOnlyBeAccessedByLayers("ui", "cli", "assembly", "install", "check", "catalog")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("assembly", "marketplace", "workspace", "release")
          .whereLayer("display")
          .mayOnlyBeAccessedByLayers("start", "ui", "cli")
          .whereLayer("state")
          .mayOnlyBeAccessedByLayers("ui", "cli", "assembly", "marketplace")
          .whereLayer("release")
          .mayOnlyBeAccessedByLayers("ui", "cli", "assembly")
          .whereLayer("workspace")
          .mayOnlyBeAccessedByLayers("ui", "cli", "assembly", "install")
          .because(
              "a room that looks up cannot be understood, tested or replaced without what is above"
                  + " it; move the shared type down, or pass an interface in");

  @ArchTest
  static final ArchRule noRoomCycles =
      slices()
          .matching("app.satchel.(*)..")
          .should()
          .beFreeOfCycles()
          .because("two rooms that need each other are one room; say which question each answers");

  @ArchTest
  static final ArchRule onlyTheWindowKnowsJavaFx =
      noClasses()
          .that()
          .resideOutsideOfPackage(WINDOW)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..",
              "jfx..",
              "com.sun.javafx..",
              "org.controlsfx..",
              "atlantafx..",
              "org.kordamp..")
          .because(
              "the commands and the checks run where no window can be, and start without paying for"
                  + " one; give results back and let the window show them");

  @ArchTest
  static final ArchRule nobodyShowsAWebPage =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene.web..", "com.sun.webkit..")
          .because(
              "a web view fetches style sheets, frames and images named by a stranger's text even"
                  + " with scripts off; markdown has blocks for everything a SKILL.md holds");

  @ArchTest
  static final ArchRule onlyHttpAsksTheNetwork =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "java.net.http..")
          .because(
              "limits, retries, the cache and the rule which addresses may be reached hold only if"
                  + " there is one way out; add what is missing to HttpAccess");

  @ArchTest
  static final ArchRule onlyTheFolderMarketplaceServes =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.marketplace..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.net.httpserver..")
          .because(
              "a port that is open for other programs needs the checks of Host and Origin that"
                  + " FolderMarketplaceServer makes; serve what is to be served through it");

  @ArchTest
  static final ArchRule onlyTheWorkspaceAsksTheKeyring =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.workspace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.github.javakeyring..", "com.sun.jna..", "org.freedesktop..")
          .because(
              "it loads native code and may put a question on the screen, which is bearable only"
                  + " when a person asked for it and with a bound; use ApiKeys");

  @ArchTest
  static final ArchRule aWorkspaceNeedsNoMarketplace =
      noClasses()
          .that()
          .resideInAPackage("app.satchel.workspace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.satchel.marketplace..",
              "app.satchel.catalog..",
              "app.satchel.archive..",
              "app.satchel.markdown..",
              "app.satchel.disk..")
          .because(
              "it sends skills and its key is in no file; where they come from and whether they are"
                  + " good enough is decided before");

  @ArchTest
  static final ArchRule readingWhatIsToBeOpenedReachesNothing =
      noClasses()
          .that()
          .resideInAPackage("app.satchel.opening..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.satchel.http..",
              "app.satchel.catalog..",
              "app.satchel.assembly..",
              "app.satchel.install..",
              "app.satchel.disk..")
          .orShould()
          .callMethodWhere(describe("it changes the disk", ArchitectureTest::changesTheDisk))
          .because(
              "a link comes from a stranger and is read before anybody agreed to anything; it says"
                  + " which page to open, and the window asks what has to be asked");

  @ArchTest
  static final ArchRule theHandOverLoadsNothing =
      noClasses()
          .that()
          .resideInAPackage("app.satchel.instance..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are not the JDK's",
                  type ->
                      !type.getPackageName().startsWith("java")
                          && !type.getPackageName().startsWith("jdk.net")
                          && !type.getPackageName().equals("app.satchel.instance")
                          && !type.isPrimitive()
                          && !type.isArray()))
          .because(
              "a second start is a double click that should cost next to nothing, so it is over"
                  + " before logging, settings or libraries are loaded");

  @ArchTest
  static final ArchRule onlyInstancesMeetAtSockets =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.instance..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.UnixDomainSocketAddress")
          .because(
              "whose folder, socket and peer it is has to be looked at each time; hand over through"
                  + " OneInstance");

  @ArchTest
  static final ArchRule nobodyOpensConnectionsByHand =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(URLConnection|HttpURLConnection|Socket)")
          .because(
              "a connection beside HttpAccess has none of its limits; add to it what is missing");

  @ArchTest
  static final ArchRule onlyArchiveOpensZips =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.archive..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.commons.compress..")
                  .or(resideInAPackage("java.util.jar.."))
                  .or(describe("read or write ZIPs", ArchitectureTest::isZipApi)))
          .because(
              "java.util.zip reads 110 of 235 archives that must be refused; SkillArchive checks"
                  + " the structure first and gives one extracted tree to read");

  @ArchTest
  static final ArchRule checksWriteNothing =
      noClasses()
          .that()
          .resideInAnyPackage(
              "app.satchel.check..",
              "app.satchel.skill..",
              "app.satchel.markdown..",
              "app.satchel.problem..",
              "app.satchel.task..",
              "app.satchel.words..")
          .should()
          .callMethodWhere(describe("it changes the disk", ArchitectureTest::changesTheDisk))
          .because(
              "looking at a skill must never change it; repairs are copies in memory, and install"
                  + " writes what a person agreed to");

  @ArchTest
  static final ArchRule rulesDoNotKnowHowTheyAreTold =
      noClasses()
          .that()
          .resideInAPackage("app.satchel.check.upload")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "app.satchel.check.upload.report..", "app.satchel.check.upload.said..")
          .because(
              "what is refused and how it is repaired is the same for a window, a CI log and a"
                  + " patch; put the telling into report");

  @ArchTest
  static final ArchRule looksNeverTouchTheDisk =
      noClasses()
          .that()
          .resideInAnyPackage(
              "app.satchel.check..", "app.satchel.skill..", "app.satchel.markdown..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("app.satchel.disk..")
          .because("what deletes and replaces files is no business of a room that only looks");

  @ArchTest
  static final ArchRule onlyInstallWritesWhereAgentsRead =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.install..")
          .and(describe("learn an agent's folder", ArchitectureTest::learnsAnAgentsFolder))
          .should()
          .callMethodWhere(describe("it changes the disk", ArchitectureTest::changesTheDisk))
          .allowEmptyShould(true)
          .because(
              "a write to an agent's folder is staged, verified, recorded and can be undone, or it"
                  + " does not happen; use Delivery");

  @ArchTest
  static final ArchRule onlyTheCommandsTalkToTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackages(COMMANDS, START)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .because(
              "with --json the standard output is a machine's, and a stack trace helps no person;"
                  + " return the answer, throw a ProblemException, or log with slf4j");

  @ArchTest
  static final ArchRule onlyTheStartEndsTheProgram =
      noClasses()
          .that()
          .resideOutsideOfPackage(START)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .because("whoever exits takes everybody's unfinished work along; return an exit code");

  @ArchTest
  static final ArchRule oneLog =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.satchel.log..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.log4j..")
          .because("there is one log, written through slf4j and set up in one place");

  @ArchTest
  static final ArchRule noSharedMutableState =
      noFields()
          .that()
          .areNotFinal()
          .should()
          .beStatic()
          .because(
              "two tests, or two windows, share a static variable without having agreed on it; make"
                  + " it a field of an object that somebody owns");

  private static boolean isZipApi(JavaClass type) {
    return ZIP_API.matcher(type.getName()).matches();
  }

  private static boolean changesTheDisk(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Files.class)
        && DISK_CHANGE.matcher(call.getName()).matches();
  }

  private static boolean learnsAnAgentsFolder(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().getPackageName().equals("app.satchel.install")
                    && AGENT_FOLDER.matcher(call.getName()).matches());
  }
}
