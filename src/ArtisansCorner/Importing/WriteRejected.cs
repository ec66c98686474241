using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>
/// Writes the rows that do not go in as a CSV of their own: as they were, with the row's number and the reason beside them,
/// to be mended and dropped in again. Where several tables of an upload have such rows, a CSV for each, in a ZIP.
/// </summary>
internal sealed class WriteRejected(FileStore files, CurrentShop shop)
{
    /// <summary>So many are told on a page, with what stands in the cell.</summary>
    public const int Shown = 20;

    private readonly HashSet<string> reasons = new(StringComparer.Ordinal);

    /// <summary>Writes the file and tells under which id it is kept, and whether it is a ZIP.</summary>
    public async Task<(Guid File, bool IsZip)> RunAsync(FileRead read, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var tables = Tables(read).ToList();
        await using var file = files.Create(shop.Id, id);
        if (tables is [var only])
        {
            await WriteAsync(file, only.Part, read.Draft.Rejections, only.Rejections, cancel);
            return (id, false);
        }

        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, null, cancel);
        foreach (var (part, rejections) in tables)
        {
            await using var entry = await archive.CreateEntry($"{part.Index + 1} {NameOf(part)}.csv", CompressionLevel.Fastest).OpenAsync(cancel);
            await WriteAsync(entry, part, read.Draft.Rejections, rejections, cancel);
        }

        return (id, true);
    }

    /// <summary>The parts with rejected rows, and which of the rejections are theirs.</summary>
    private static IEnumerable<(ImportPart Part, Range Rejections)> Tables(FileRead read)
    {
        var next = 0;
        var all = read.Draft.Rejections;
        foreach (var (part, after) in read.Parts.Zip(read.Parts.Skip(1).Select(part => part.FirstRow).Append(int.MaxValue)))
        {
            var first = next;
            while (next < all.Count && all[next].Row <= after) next++;
            if (next > first) yield return (part, first..next);
        }
    }

    private async Task WriteAsync(Stream into, ImportPart part, Rejections all, Range theirs, CancellationToken cancel)
    {
        await using var file = files.Open(shop.Id, part.File);
        using var rows = CsvRows.Open(file, TextEncoding.Of(part.CodePage), part.Shape, part.Mapping, part.FirstRow).Value!;
        await using var writer = new StreamWriter(into, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync(CsvText.Line([.. rows.Headings.Names, "Row", "Reason"]));
        var places = rows.Headings.Names.Index().DistinctBy(name => name.Item).ToDictionary(name => name.Item, name => name.Index);
        for (var next = theirs.Start.Value; next < theirs.End.Value && rows.Read();)
        {
            if (rows.Number != all[next].Row) continue;
            var cells = rows.Cells();
            if (cells.Length < rows.Headings.Names.Count) Array.Resize(ref cells, rows.Headings.Names.Count);
            var told = all[next].Value is null && all[next].Column is { } column ? all[next] with { Value = CellCheck.Shown(rows[places[column]]) } : all[next];
            // The first of each reason is told on a page too.
            if (next < Shown || reasons.Add(told.Reason)) all[next] = told;
            await writer.WriteAsync(CsvText.Line([.. cells, rows.OwnNumber.ToString(CultureInfo.InvariantCulture), Words(told)]).AsMemory(), cancel);
            while (next < theirs.End.Value && all[next].Row == rows.Number) next++;
        }
    }

    private static string NameOf(ImportPart part) => string.Concat(Path.GetFileNameWithoutExtension(part.Name.Replace('/', ' ')).Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_'));

    private static string Words(Rejection rejection) =>
        string.IsNullOrEmpty(rejection.Value) ? rejection.Reason : $"{rejection.Reason}: {rejection.Column} “{rejection.Value}”";
}
