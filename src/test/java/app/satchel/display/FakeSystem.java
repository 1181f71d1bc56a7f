package app.satchel.display;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A computer in a folder: a Linux on which everything is there until it is taken away. */
final class FakeSystem {
  private static final String LIBRARIES = "/usr/lib/x86_64-linux-gnu/";

  final Map<String, String> environment = new HashMap<>();
  final Properties properties = new Properties();
  private final Map<String, byte[]> resources = new HashMap<>();
  private final Path root;

  FakeSystem(Path root) throws IOException {
    this.root = root;
    properties.setProperty("os.name", "Linux");
    properties.setProperty("os.arch", "amd64");
    properties.setProperty("os.version", "6.1");
    properties.setProperty("java.version", "25");
    properties.setProperty("java.vm.name", "VM");
    properties.setProperty("java.home", "/jdk");
    properties.setProperty("user.home", "/home/me");
    environment.put("DISPLAY", ":0");
    file("/etc/os-release", "ID=debian\nPRETTY_NAME=\"Debian 12\"\n");
    file("/proc/net/unix", "Num RefCount\n000: 2 0 1 @/tmp/.X11-unix/X0\n");
    resources.put("/libglass.so", elf(62));
    for (String name : SystemPackages.of(surroundings()).neededLibraries()) {
      library(name);
    }
    library("libGL.so.1");
    library("libXxf86vm.so.1");
    file("/usr/share/fonts/truetype/a.ttf", "font");
  }

  Surroundings surroundings() {
    return new Surroundings(
        environment,
        properties,
        root,
        name -> resources.containsKey(name) ? new ByteArrayInputStream(resources.get(name)) : null);
  }

  FakeSystem file(String path, String text) throws IOException {
    Path file = root.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  FakeSystem library(String name) throws IOException {
    return library(name, 62);
  }

  FakeSystem library(String name, int machine) throws IOException {
    Path file = root.resolve((LIBRARIES + name).substring(1));
    Files.createDirectories(file.getParent());
    Files.write(file, elf(machine));
    return this;
  }

  FakeSystem without(String name) throws IOException {
    Files.delete(root.resolve((LIBRARIES + name).substring(1)));
    return this;
  }

  FakeSystem resource(String name, int machine) {
    resources.put(name, elf(machine));
    return this;
  }

  FakeSystem withoutResource(String name) {
    resources.remove(name);
    return this;
  }

  private static byte[] elf(int machine) {
    byte[] head = new byte[64];
    head[0] = 0x7f;
    head[1] = 'E';
    head[2] = 'L';
    head[3] = 'F';
    head[18] = (byte) machine;
    return head;
  }
}
