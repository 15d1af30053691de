package cn.anxun.server.bundle;

import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.bundle.PackPart;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.file.FileKind;
import cn.anxun.server.file.FileRefusedException;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.file.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a pack apart into a folder: the photos and drafts of a phone that was wiped, for whoever
 * decides about its records. Photos go to the bureau's files too, where the records that name them
 * find them; nothing of it enters a ledger by itself.
 */
final class PackImport implements PackReader.Taker {
  private static final Pattern PHOTO = Pattern.compile("photos/([0-9a-f]{64})\\.[a-z]{1,5}");

  private final Directory directory;
  private final Uploads uploads;
  private final Path folder;
  private @Nullable BundleHeader told;
  private int photos;

  /**
   * What was in it.
   *
   * @param photos so many of the parts are with the bureau's files now
   */
  record Outcome(int parts, int photos) {}

  PackImport(Directory directory, Uploads uploads, Path folder) {
    this.directory = directory;
    this.uploads = uploads;
    this.folder = folder;
  }

  /**
   * Takes the pack.
   *
   * @param actor who the audit says it was
   * @throws BundleException where it is of no device of this server, or is not whole
   */
  Outcome take(InputStream in, BundleKey key, String actor) throws BundleException, IOException {
    int parts = new PackReader(key).read(in, this);
    BundleHeader header = Objects.requireNonNull(told);
    directory
        .audit()
        .record(
            AuditEvent.of(actor, "pack-imported")
                .in(header.bureau())
                .about(header.device())
                .saying("parts " + parts + ", photos " + photos));
    return new Outcome(parts, photos);
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
    Matcher photo = PHOTO.matcher(part.name());
    if (photo.matches() && keep(photo.group(1), part)) {
      photos++;
    }
  }

  /** With the bureau's files, by the checks of any upload; what they refuse lies in the folder. */
  private boolean keep(String sha256, PackPart part) throws IOException {
    BundleHeader header = Objects.requireNonNull(told);
    Optional<FileKind> kind = FileKind.ofMediaType(part.type());
    if (kind.isEmpty()) {
      return false;
    }
    Uploads.Sender sender = new Uploads.Sender(header.bureau(), "device " + header.device());
    try {
      WholeFile file = new WholeFile(sha256, part.content().length, kind.get());
      WholeFile.take(uploads, sender, file, () -> new ByteArrayInputStream(part.content()));
      return true;
    } catch (FileRefusedException e) {
      return false;
    }
  }
}
