using System.Globalization;
using System.Text;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>
/// Writes the rows that do not go in as a CSV of their own: as they were, with the row's number and the reason beside them,
/// to be mended and dropped in again.
/// </summary>
internal sealed class WriteRejected(FileStore files, CurrentShop shop)
{
    /// <summary>Writes the file and tells under which id it is kept.</summary>
    public async Task<Guid> RunAsync(Guid importId, FileRead read, ImportPlan asked, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await using var file = files.Open(shop.Id, importId);
        using var rows = CsvRows.Open(file, read.Encoding, asked.Mapping).Value!;
        await using var writer = new StreamWriter(files.Create(shop.Id, id), new UTF8Encoding(true));
        await writer.WriteAsync(CsvText.Line([.. rows.Headings.Names, "Row", "Reason"]));
        var next = 0;
        var rejections = read.Draft.Rejections;
        while (next < rejections.Count && rows.Read())
        {
            if (rows.Number != rejections[next].Row) continue;
            var cells = rows.Cells();
            if (cells.Length < rows.Headings.Names.Count) Array.Resize(ref cells, rows.Headings.Names.Count);
            await writer.WriteAsync(CsvText.Line([.. cells, rows.Number.ToString(CultureInfo.InvariantCulture), Words(rejections[next])]).AsMemory(), cancel);
            while (next < rejections.Count && rejections[next].Row == rows.Number) next++;
        }

        return id;
    }

    private static string Words(Rejection rejection) =>
        string.IsNullOrEmpty(rejection.Value) ? rejection.Reason : $"{rejection.Reason}: {rejection.Column} “{rejection.Value}”";
}
