package cn.anxun.app.form;

import android.view.View;

/** Asks for one field. */
public interface FieldView {
  View view();

  /**
   * Shows what is filled in.
   *
   * @param active the number that the pad is for
   */
  void show(Filled filled, String active);
}
