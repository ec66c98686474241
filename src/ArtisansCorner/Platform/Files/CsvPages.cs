using System.Text;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Platform.Files;

/// <summary>Long lists as CSV, some rows at a time, however many there are: UTF-8 with a mark.</summary>
public static class CsvPages
{
    /// <summary>How many rows are read and written at a time.</summary>
    public const int RowsAtOnce = 1000;

    /// <summary>A download of all rows that <paramref name="read"/> gives from a place on.</summary>
    public static IResult Download<T>(string name, IEnumerable<string> headings, Func<Cursor?, Task<Paged<T>>> read, Func<T, IEnumerable<string?>> cells, CancellationToken cancel) =>
        TypedResults.Stream(stream => WriteAsync(stream, headings, read, cells, cancel), "text/csv; charset=utf-8", name);

    /// <summary>A download of a list that is short enough to be read at once.</summary>
    public static IResult Download<T>(string name, IEnumerable<string> headings, Func<Task<IReadOnlyList<T>>> read, Func<T, IEnumerable<string?>> cells, CancellationToken cancel) =>
        Download(name, headings, async _ => new Paged<T>(await read(), null), cells, cancel);

    private static async Task WriteAsync<T>(Stream stream, IEnumerable<string> headings, Func<Cursor?, Task<Paged<T>>> read, Func<T, IEnumerable<string?>> cells, CancellationToken cancel)
    {
        await using var file = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvText.Line(headings));
        Cursor? after = null;
        do
        {
            var page = await read(after);
            foreach (var item in page.Items) await file.WriteAsync(CsvText.Line(cells(item)));
            await file.FlushAsync(cancel);
            after = Cursor.Parse(page.Next);
        }
        while (after is not null);
    }
}
