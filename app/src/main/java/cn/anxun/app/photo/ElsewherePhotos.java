package cn.anxun.app.photo;

import java.util.function.Consumer;

/** Photos that are not on this phone, as the bureau's server has them. */
public interface ElsewherePhotos {
  /** What came of asking. */
  enum Found {
    /** It lies on this phone now. */
    HERE,
    /** Nobody can be asked now. */
    OFFLINE,
    /** The server does not have it: the phone that took it has not sent it yet. */
    NOT_YET
  }

  /**
   * Brings a small picture of it here, sealed, unless one is here.
   *
   * @param then is told what came of it, from another thread
   */
  void small(String sha256, Consumer<Found> then);

  /** Brings the photo itself here, sealed. */
  void whole(String sha256, Consumer<Found> then);
}
