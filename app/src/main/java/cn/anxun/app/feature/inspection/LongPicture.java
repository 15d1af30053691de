package cn.anxun.app.feature.inspection;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.Rect;
import android.graphics.RectF;
import android.graphics.Typeface;
import android.text.Layout;
import android.text.StaticLayout;
import android.text.TextPaint;
import cn.anxun.app.photo.CaptionPainter;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.Attachment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A visit's result as one long picture, as people send them: its text, and below each hazard its
 * photos. Black on white whatever the phone's theme, since it is read elsewhere.
 */
final class LongPicture {
  static final int WIDTH = 1080;

  /** The longest that phones and messengers show without trouble. */
  static final int MOST_HEIGHT = 16_000;

  private static final int MARGIN = 48;
  private static final int GAP = 24;
  private static final int BAND = 16;
  private static final int ACROSS = 2;
  private static final int PHOTO_WIDTH = (WIDTH - 2 * MARGIN - GAP) / ACROSS;
  private static final int PHOTO_HEIGHT = PHOTO_WIDTH * 3 / 4;
  private static final float TITLE = 52;
  private static final float BODY = 38;
  private static final float SMALL = 22;
  private static final int BRAND = Color.rgb(0x0B, 0x4F, 0x8A);

  /** A piece of the picture, from top to bottom. */
  private interface Piece {
    int height();

    void draw(Canvas canvas);
  }

  private final PhotoStore photos;

  LongPicture(PhotoStore photos) {
    this.photos = photos;
  }

  /** Draws it; photos that would make it longer than {@link #MOST_HEIGHT} are left out. */
  Bitmap draw(FinishedVisit finished, VisitText text) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(text(text.title(), TITLE, BRAND, true));
    for (String line : text.head()) {
      pieces.add(text(line, BODY, Color.BLACK, false));
    }
    List<HazardDraft> hazards = finished.visit().hazards();
    for (int i = 0; i < hazards.size(); i++) {
      boolean first = true;
      for (String line : text.hazard(i)) {
        pieces.add(text(line, BODY, first ? Color.BLACK : Color.DKGRAY, first));
        first = false;
      }
      for (List<Attachment> row : rows(hazards.get(i).attachments())) {
        if (height(pieces) + PHOTO_HEIGHT + GAP < MOST_HEIGHT - PHOTO_HEIGHT) {
          pieces.add(photos(row, text));
        }
      }
    }
    pieces.add(text(text.foot(), BODY, BRAND, false));
    return draw(pieces);
  }

  private static Bitmap draw(List<Piece> pieces) {
    Bitmap picture =
        Bitmap.createBitmap(WIDTH, Math.min(height(pieces), MOST_HEIGHT), Bitmap.Config.ARGB_8888);
    Canvas canvas = new Canvas(picture);
    canvas.drawColor(Color.WHITE);
    Paint band = new Paint();
    band.setColor(BRAND);
    canvas.drawRect(0, 0, WIDTH, BAND, band);
    canvas.translate(MARGIN, MARGIN);
    for (Piece piece : pieces) {
      piece.draw(canvas);
      canvas.translate(0, piece.height() + GAP);
    }
    return picture;
  }

  private static int height(List<Piece> pieces) {
    int height = 2 * MARGIN - GAP;
    for (Piece piece : pieces) {
      height += piece.height() + GAP;
    }
    return height;
  }

  private static Piece text(String text, float size, int color, boolean bold) {
    TextPaint paint = new TextPaint(Paint.ANTI_ALIAS_FLAG);
    paint.setTextSize(size);
    paint.setColor(color);
    paint.setTypeface(bold ? Typeface.DEFAULT_BOLD : Typeface.DEFAULT);
    StaticLayout layout =
        StaticLayout.Builder.obtain(text, 0, text.length(), paint, WIDTH - 2 * MARGIN)
            .setAlignment(Layout.Alignment.ALIGN_NORMAL)
            .setLineSpacing(0, 1.15f)
            .build();
    return new Piece() {
      @Override
      public int height() {
        return layout.getHeight();
      }

      @Override
      public void draw(Canvas canvas) {
        layout.draw(canvas);
      }
    };
  }

  private Piece photos(List<Attachment> row, VisitText text) {
    return new Piece() {
      @Override
      public int height() {
        return PHOTO_HEIGHT;
      }

      @Override
      public void draw(Canvas canvas) {
        for (int i = 0; i < row.size(); i++) {
          int left = i * (PHOTO_WIDTH + GAP);
          Rect place = new Rect(left, 0, left + PHOTO_WIDTH, PHOTO_HEIGHT);
          Optional<Bitmap> photo = photos.picture(row.get(i).sha256(), PHOTO_WIDTH);
          photo.ifPresent(
              bitmap ->
                  canvas.drawBitmap(
                      bitmap, middle(bitmap), place, new Paint(Paint.FILTER_BITMAP_FLAG)));
          if (photo.isPresent()) {
            CaptionPainter.draw(canvas, new RectF(place), caption(row.get(i), text), SMALL);
          }
        }
      }
    };
  }

  private List<String> caption(Attachment photo, VisitText text) {
    return photos
        .find(photo.sha256())
        .map(row -> text.caption(Instant.ofEpochMilli(row.addedAt())))
        .orElse(List.of());
  }

  /** The part of a photo that fills a frame of four by three. */
  private static Rect middle(Bitmap photo) {
    int width = Math.min(photo.getWidth(), photo.getHeight() * 4 / 3);
    int height = Math.min(photo.getHeight(), width * 3 / 4);
    int left = (photo.getWidth() - width) / 2;
    int top = (photo.getHeight() - height) / 2;
    return new Rect(left, top, left + width, top + height);
  }

  private static List<List<Attachment>> rows(List<Attachment> photos) {
    List<List<Attachment>> rows = new ArrayList<>();
    for (int i = 0; i < photos.size(); i += ACROSS) {
      rows.add(photos.subList(i, Math.min(i + ACROSS, photos.size())));
    }
    return rows;
  }
}
