package cn.anxun.server.bundle;

import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.bundle.PackPart;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a pack apart into a folder: the photos and drafts of a phone that was wiped, for whoever
 * decides about its records. Nothing of it enters a ledger by itself.
 */
final class PackImport implements PackReader.Taker {
  private final Directory directory;
  private final Path folder;
  private @Nullable BundleHeader told;

  PackImport(Directory directory, Path folder) {
    this.directory = directory;
    this.folder = folder;
  }

  /**
   * Takes the pack.
   *
   * @param actor who the audit says it was
   * @return how many parts it had
   * @throws BundleException where it is of no device of this server, or is not whole
   */
  int take(InputStream in, BundleKey key, String actor) throws BundleException, IOException {
    int parts = new PackReader(key).read(in, this);
    BundleHeader header = Objects.requireNonNull(told);
    directory
        .audit()
        .record(
            AuditEvent.of(actor, "pack-imported")
                .in(header.bureau())
                .about(header.device())
                .saying("parts " + parts));
    return parts;
  }

  @Override
  public void begin(BundleHeader header, String token) throws BundleException, IOException {
    Authentication authentication = directory.devices().authenticate(token);
    Principal principal;
    if (authentication instanceof Authentication.Valid valid) {
      principal = valid.principal();
    } else if (authentication instanceof Authentication.Withdrawn withdrawn) {
      principal = withdrawn.principal();
    } else {
      throw new BundleException(Problem.UNKNOWN_DEVICE);
    }
    if (!principal.device().equals(header.device())
        || !principal.bureau().equals(header.bureau())) {
      throw new BundleException(Problem.UNKNOWN_DEVICE);
    }
    Files.createDirectories(folder);
    told = header;
  }

  @Override
  public void take(PackPart part) throws IOException {
    Path file = folder.resolve(part.name());
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, part.content());
  }
}
