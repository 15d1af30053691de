package cn.anxun.app.photo.capture;

import android.view.ViewGroup;

/** The phone's camera, as the capture screen needs it. All of it on the main thread. */
public interface CameraPort {

  /**
   * Opens the camera and shows what it sees in the finder. The permission is asked for before.
   *
   * @param finder is filled with the picture; it is left empty when the session is closed
   * @param events hears everything else, on the main thread; every failure is one of {@link Fault}
   */
  Session open(ViewGroup finder, Events events);

  /** A camera that is open, or about to be. */
  interface Session {
    /** Takes a picture; asked again before it has come, nothing happens. */
    void shoot();

    /** The lamp, for as long as it is wanted. */
    void torch(boolean on);

    /**
     * Makes this point sharp, and exposes for it.
     *
     * @param x in the finder, 0 at the left to 1 at the right
     * @param y in the finder, 0 at the top to 1 at the bottom
     */
    void focus(float x, float y);

    /** Gives the camera back. A picture that was asked for before still comes. */
    void close();
  }

  /** What the camera tells. */
  interface Events {
    /** It shows its picture and may shoot. */
    void ready(boolean hasTorch);

    /** A picture, JPEG, turned as its EXIF says. */
    void shot(byte[] jpeg);

    /** It does not go on; for all but {@link Fault#SHOT_FAILED} the session is over. */
    void failed(Fault why);
  }

  /** Why there is no picture. */
  enum Fault {
    /** The phone has no camera. */
    NONE,
    /** The permission was not given, or taken back. */
    DENIED,
    /** Another app has it. */
    IN_USE,
    /** The phone's owner or its administrator has switched it off. */
    DISABLED,
    /** It was taken away by an app of higher rank, such as a call. */
    LOST,
    /** The camera itself does not work. */
    BROKEN,
    /** This one picture was not taken; the next may be. */
    SHOT_FAILED
  }
}
