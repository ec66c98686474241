using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>Reads the tables of an upload into one draft, each by its format: what is sold first, then sales, then what refers to them.</summary>
internal sealed class ReadParts(FileStore files, CurrentShop shop)
{
    private const int Step = 4096;

    /// <summary>Fills the draft.</summary>
    /// <param name="read">The tables, and the draft.</param>
    /// <param name="tick">Told every few thousand rows how many were read.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RunAsync(FileRead read, Func<int, ValueTask> tick, CancellationToken cancel)
    {
        var count = 0;
        foreach (var part in read.Parts.Where(part => part.Format is not null && part.Problem is null).OrderBy(part => RecognizeFormat.Find(part.Format)!.Order).ThenBy(part => part.Index))
        {
            cancel.ThrowIfCancellationRequested();
            await using var file = files.Open(shop.Id, part.File);
            using var rows = CsvRows.Open(file, TextEncoding.Of(part.CodePage), part.Shape, part.Mapping, part.FirstRow).Value!;
            var take = Open(part, rows, read.Draft);
            while (rows.Read())
            {
                take(rows);
                if (++count % Step == 0) await tick(count);
            }
        }

        await tick(read.Rows);
        read.Draft.Complete();
    }

    private Action<CsvRows> Open(ImportPart part, CsvRows rows, ImportDraft draft)
    {
        var habits = part.Habits!;
        // Amounts whose signs name another currency must not be taken for the shop's.
        return habits.Currency is { } currency && currency != shop.Facts.Currency.Code
            ? row => draft.Rejections.Add(new Rejection(row.Number, Reasons.OtherCurrency))
            : RecognizeFormat.Find(part.Format)!.Open(rows.Headings, habits, shop.Facts, draft);
    }
}
