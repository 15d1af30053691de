package cn.anxun.server.handout;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The app that a server hands out, in the folder {@code app} of its data directory: the file, and
 * {@code offer.json}, which says what it is. Both are put there by moves, so that a running server
 * always finds a whole offer.
 */
public final class AppOffer {
  /** The one app that is handed out. */
  public static final String PACKAGE = "cn.anxun.app";

  private static final String OFFER = "offer.json";

  private final Path folder;

  public AppOffer(DataDirectory data) {
    this.folder = data.app();
  }

  /** What is offered; empty where nothing is. */
  public Optional<HandedOutApp> find() {
    try {
      OfferJson.Read offer = OfferJson.read(Files.readAllBytes(folder.resolve(OFFER)));
      Path file = folder.resolve(fileName(offer.app()));
      return Files.isRegularFile(file)
          ? Optional.of(new HandedOutApp(offer.app(), offer.policy(), file))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw StorageException.noAccess(folder, e);
    }
  }

  private static String fileName(AppPackage app) {
    return app.sha256() + ".apk";
  }

  /**
   * Offers this file from now on.
   *
   * @param minimum kept as it was where it is not given; at first 1
   * @param recommended this file's version where it is not given
   * @param otherKey whether one signed by another key than the last is wanted: phones must then
   *     remove the app first, with all that is unsent in it
   * @throws AppException where it is no app of ours, is not signed, or is older than what is
   *     offered
   */
  public HandedOutApp put(
      Path apk, OptionalInt minimum, OptionalInt recommended, boolean otherKey) {
    AppPackage app = ApkReader.read(apk);
    if (!app.name().equals(PACKAGE)) {
      throw new AppException("handout.other-app", app.name(), PACKAGE);
    }
    Optional<HandedOutApp> before = find();
    before.ifPresent(last -> follows(app, last.app(), otherKey));
    int least = minimum.orElse(before.map(last -> last.policy().minimum()).orElse(1));
    int wanted = recommended.orElse(app.version().code());
    if (least < 1 || wanted < least || wanted > app.version().code()) {
      throw new AppException("handout.bad-policy", least, wanted, app.version().code());
    }
    VersionPolicy policy = new VersionPolicy(least, wanted);
    try {
      Path file = folder.resolve(fileName(app));
      DurableFile.copy(apk, file);
      DurableFile.write(folder.resolve(OFFER), OfferJson.write(app, policy));
      forget(file);
      return new HandedOutApp(app, policy, file);
    } catch (IOException e) {
      throw new AppException("storage.no-access", folder, String.valueOf(e.getMessage()));
    }
  }

  private static void follows(AppPackage app, AppPackage last, boolean otherKey) {
    if (!otherKey && !app.signer().equals(last.signer())) {
      throw new AppException("handout.other-key");
    }
    if (app.version().code() < last.version().code()) {
      throw new AppException("handout.older", app.version().toString(), last.version().toString());
    }
  }

  private void forget(Path kept) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (String.valueOf(file.getFileName()).endsWith(".apk") && !file.equals(kept)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
