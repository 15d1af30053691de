package cn.anxun.app.upload;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.remote.TusRemoteFiles;
import cn.anxun.app.photo.ElsewherePhotos;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.sync.RemoteAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** {@link ElsewherePhotos} of the server, one at a time, beside everything else. */
public final class RemoteElsewherePhotos implements ElsewherePhotos {
  private static final int NOT_FOUND = 404;

  private final Enrolments enrolments;
  private final RemotePhotos remotes;
  private final PhotoStore photos;
  private final Executor fetching;

  /**
   * @param fetching waits for the network, so that nothing else may wait for it
   */
  public RemoteElsewherePhotos(
      Enrolments enrolments, RemotePhotos remotes, PhotoStore photos, Executor fetching) {
    this.enrolments = enrolments;
    this.remotes = remotes;
    this.photos = photos;
    this.fetching = fetching;
  }

  /** Keeps what came; false where it is not what was asked for. */
  private interface Keeping {
    boolean keep(byte[] bytes) throws IOException;
  }

  @Override
  public void small(String sha256, Consumer<Found> then) {
    fetching.execute(
        () ->
            then.accept(
                photos.isSeen(sha256)
                    ? Found.HERE
                    : ask(
                        TusRemoteFiles::thumbnail,
                        sha256,
                        bytes -> {
                          photos.addSmall(sha256, bytes);
                          return true;
                        })));
  }

  @Override
  public void whole(String sha256, Consumer<Found> then) {
    fetching.execute(
        () ->
            then.accept(
                photos.isWhole(sha256)
                    ? Found.HERE
                    : ask(TusRemoteFiles::file, sha256, bytes -> photos.addWhole(sha256, bytes))));
  }

  private Found ask(
      BiFunction<TusRemoteFiles, String, RemoteAnswer<byte[]>> route,
      String sha256,
      Keeping keeping) {
    Optional<Enrolled> enrolled = enrolments.find();
    if (!enrolled.isPresent()) {
      return Found.OFFLINE;
    }
    RemoteAnswer<byte[]> answer = route.apply(remotes.of(enrolled.get()), sha256);
    if (answer instanceof RemoteAnswer.Refused<byte[]> refused
        && refused.problem().status() == NOT_FOUND) {
      return Found.NOT_YET;
    }
    try {
      return answer instanceof RemoteAnswer.Answered<byte[]> bytes && keeping.keep(bytes.value())
          ? Found.HERE
          : Found.OFFLINE;
    } catch (IOException e) {
      // No space, or no key: it is not here, and asked for again the next time.
      return Found.OFFLINE;
    }
  }
}
