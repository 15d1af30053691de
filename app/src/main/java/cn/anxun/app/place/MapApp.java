package cn.anxun.app.place;

import android.content.Intent;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.net.Uri;
import androidx.annotation.StringRes;
import cn.anxun.app.R;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.core.place.Gcj02;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An app that can show a point. The maps of mainland China are asked in their own words, which say
 * which coordinates they are given; any other by {@code geo:}, which is WGS-84 (RFC 5870).
 */
enum MapApp {
  AMAP("com.autonavi.minimap", R.string.place_amap),
  BAIDU("com.baidu.BaiduMap", R.string.place_baidu),
  TENCENT("com.tencent.map", R.string.place_tencent),
  OTHER("", R.string.place_map);

  private static final Set<String> KNOWN =
      new HashSet<>(Arrays.asList(AMAP.owner, BAIDU.owner, TENCENT.owner));

  @StringRes final int action;
  private final String owner;

  MapApp(String owner, @StringRes int action) {
    this.owner = owner;
    this.action = action;
  }

  /**
   * Opens the point in it.
   *
   * @param title of the mark, which says nothing of the record
   * @return empty where it is not on this phone
   */
  Optional<Intent> intent(PackageManager phone, FieldPoint point, String title) {
    Intent show = new Intent(Intent.ACTION_VIEW, Uri.parse(address(point, title)));
    if (this == OTHER) {
      return other(phone, show);
    }
    show.setPackage(owner);
    return show.resolveActivity(phone) == null ? Optional.empty() : Optional.of(show);
  }

  /** The one of several is chosen by the person; those with a button of their own are left out. */
  private static Optional<Intent> other(PackageManager phone, Intent show) {
    List<String> able = new ArrayList<>();
    for (ResolveInfo one : phone.queryIntentActivities(show, PackageManager.MATCH_DEFAULT_ONLY)) {
      if (!KNOWN.contains(one.activityInfo.packageName)) {
        able.add(one.activityInfo.packageName);
      }
    }
    if (able.size() == 1) {
      show.setPackage(able.get(0));
    }
    return able.isEmpty() ? Optional.empty() : Optional.of(show);
  }

  private String address(FieldPoint point, String title) {
    Gcj02.Shown shown = Gcj02.of(point.latitude(), point.longitude());
    String name = Uri.encode(title);
    String latitude = degrees(shown.latitude());
    String longitude = degrees(shown.longitude());
    return switch (this) {
      case AMAP ->
          "androidamap://viewMap?sourceApplication=anxun&poiname="
              + name
              + "&lat="
              + latitude
              + "&lon="
              + longitude
              + "&dev=0";
      case BAIDU ->
          "baidumap://map/marker?location="
              + latitude
              + ','
              + longitude
              + "&title="
              + name
              + "&content="
              + name
              + "&coord_type=gcj02&src=cn.anxun.app";
      case TENCENT ->
          "qqmap://map/marker?marker=coord:"
              + latitude
              + ','
              + longitude
              + ";title:"
              + name
              + "&referer=anxun";
      case OTHER -> geo(degrees(point.latitude()) + ',' + degrees(point.longitude()));
    };
  }

  /** With the point said twice, for apps that only mark what is asked for. */
  private static String geo(String place) {
    return "geo:" + place + "?q=" + place;
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.6f", degrees);
  }
}
