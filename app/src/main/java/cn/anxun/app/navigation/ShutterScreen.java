package cn.anxun.app.navigation;

/** A screen with a shutter, which the phone's volume keys press too. */
public interface ShutterScreen {
  void shutter();
}
