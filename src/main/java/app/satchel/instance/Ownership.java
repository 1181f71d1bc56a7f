package app.satchel.instance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;

/**
 * Whose folders, sockets and peers these are. Where files have no owner and no permissions in the
 * sense of POSIX, the folder lies in the person's own profile, which the system keeps from others.
 */
final class Ownership {
  private static final Set<PosixFilePermission> PRIVATE_FOLDER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final Set<PosixFilePermission> PRIVATE_FILE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private Ownership() {}

  /**
   * Makes a folder that is this person's alone, or sees to it that an existing one is.
   *
   * @throws UntrustedPlaceException when it belongs to, or could be changed by, somebody else
   */
  static void claim(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    if (!isPosix(folder.getParent())) {
      Files.createDirectories(folder);
      return;
    }
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
    } catch (FileAlreadyExistsException e) {
      PosixFileAttributes attributes = attributes(folder);
      require(attributes.isDirectory(), folder, "is no folder");
      requireOwn(attributes, folder);
    }
    if (!attributes(folder).permissions().equals(PRIVATE_FOLDER)) {
      Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
    }
  }

  /** Makes a file readable and writable by this person alone, where files know persons. */
  static void close(Path file) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, PRIVATE_FILE);
    }
  }

  /**
   * Refuses a socket of somebody else, or one that others may write to.
   *
   * @throws UntrustedPlaceException when it is
   */
  static void requireOwnSocket(Path socket) throws IOException {
    if (isPosix(socket)) {
      PosixFileAttributes attributes = attributes(socket);
      require(attributes.isOther(), socket, "is no socket");
      requireOwn(attributes, socket);
    }
  }

  /**
   * Refuses a connection to or from a process of somebody else, where the system tells.
   *
   * @throws UntrustedPlaceException when it is
   */
  static void requireOwnPeer(SocketChannel channel) throws IOException {
    if (channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
      UserPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
      if (!peer.equals(self())) {
        throw new UntrustedPlaceException("the other side is " + peer.getName());
      }
    }
  }

  private static void requireOwn(PosixFileAttributes attributes, Path path) throws IOException {
    UserPrincipal owner = attributes.owner();
    require(owner.equals(self()), path, "belongs to " + owner.getName());
    boolean open =
        attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
            || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    require(!open, path, "may be changed by others");
  }

  private static void require(boolean holds, Path path, String otherwise)
      throws UntrustedPlaceException {
    if (!holds) {
      throw new UntrustedPlaceException(path + " " + otherwise);
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  /** This process's user: by number where that can be had, as not every user has a name. */
  private static UserPrincipal self() throws IOException {
    Path process = Path.of("/proc/self");
    return Files.isDirectory(process)
        ? Files.getOwner(process)
        : process
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }
}
