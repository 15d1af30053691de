package cn.anxun.app.navigation;

import androidx.fragment.app.Fragment;

/** Goes from screen to screen. The activity is one; a screen asks {@link #of}. */
public interface Navigator {

  /** Opens it above what is shown; going back returns there. */
  void open(Destination destination);

  /** Opens it in place of what is shown, such as the next step of a form. */
  void replace(Destination destination);

  /** Opens it and forgets everything before, such as the home screen after enrolling. */
  void restart(Destination destination);

  /** As the back key; leaves the app from the first screen. */
  void back();

  /** Something that stood before the app is done: whatever comes next is shown now. */
  void knock();

  /** The navigator of the activity that shows this screen. */
  static Navigator of(Fragment screen) {
    return (Navigator) screen.requireActivity();
  }
}
