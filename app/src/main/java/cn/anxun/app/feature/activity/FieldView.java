package cn.anxun.app.feature.activity;

import android.view.View;

/** Asks for one field. */
interface FieldView {
  View view();

  /**
   * Shows what is filled in.
   *
   * @param active the number that the pad is for
   */
  void show(ActivityDraft draft, String active);
}
