using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>
/// Reads the tables of an upload into one draft, each by its format: what is sold first, then sales, then what refers to them. Orders that are whole
/// are handed over while it reads on, so that not all of them are held at once (docs/decisions/0016).
/// </summary>
internal sealed class ReadParts(FileStore files, CurrentShop shop)
{
    private const int Step = 4096;
    private const int LinesAtOnce = 4_000;

    /// <summary>Fills the draft; of rows that are held together, with those of the first rounds.</summary>
    /// <param name="read">The tables, and the draft.</param>
    /// <param name="tick">Told every few thousand rows how many were read.</param>
    /// <param name="whole">Called whenever the draft holds some thousand lines of orders that are whole; what it does not forget stays.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RunAsync(FileRead read, Func<int, ValueTask> tick, Func<Task> whole, CancellationToken cancel)
    {
        (read.Draft.RoundBeforeSales, read.Draft.Round) = (read.BeforeSales[0], read.AfterSales[0]);
        await ReadAsync(read, _ => true, tick, whole, cancel);
        await tick(read.Rows);
    }

    /// <summary>Goes once more through the orders of a file of which all else was read; they come out alike.</summary>
    public Task OrdersAgainAsync(FileRead read, Func<int, ValueTask> tick, Func<Task> whole, CancellationToken cancel) => ReadAsync(read, HasOrders, tick, whole, cancel);

    /// <summary>Reads one round of the rows that are held together; nothing of the round before is in the draft any more.</summary>
    public Task RoundAsync(FileRead read, InRounds rounds, Round round, Func<int, ValueTask> tick, CancellationToken cancel)
    {
        if (rounds == InRounds.BeforeSales) read.Draft.RoundBeforeSales = round;
        else read.Draft.Round = round;
        return ReadAsync(read, part => RoundsOf(part) == rounds, tick, () => Task.CompletedTask, cancel);
    }

    /// <summary>In which rounds the rows of a table are held together.</summary>
    public static InRounds RoundsOf(ImportPart part) => part.Format is null ? InRounds.Never : FormatOf(part).Rounds;

    private async Task ReadAsync(FileRead read, Predicate<ImportPart> which, Func<int, ValueTask> tick, Func<Task> whole, CancellationToken cancel)
    {
        var draft = read.Draft;
        var orders = new WholeOrders(draft, await LastRowsAsync(read, which, tick, cancel));
        draft.HasSeveralTables = InTurn(read.Parts).Skip(1).Any();
        var (count, before) = (0, 0);
        foreach (var part in InTurn(read.Parts))
        {
            cancel.ThrowIfCancellationRequested();
            draft.RowsBefore = before;
            if (RoundsOf(part) == InRounds.AfterSales) before += part.Rows;
            if (!which(part) || (FormatOf(part).RoundsInOrder && !draft.Round.HoldsAny(draft.RowsBefore, before))) continue;
            await using var file = files.Open(shop.Id, part.File);
            using var rows = Open(file, part);
            var (take, column) = (Open(part, rows, draft), FormatOf(part).OrderColumn(rows.Headings));
            while (rows.Read())
            {
                if (column is { } number)
                {
                    orders.Begin(rows[number]);
                    take(rows);
                    orders.End();
                    if (draft.Waiting >= LinesAtOnce) await whole();
                }
                else
                {
                    take(rows);
                }

                if (++count % Step == 0) await tick(count);
            }

            orders.EndTable();
        }

        draft.Complete();
    }

    /// <summary>After which row each order is whole, among the rows of all orders; nothing where the rows of each stand together.</summary>
    private async Task<HashNumbers?> LastRowsAsync(FileRead read, Predicate<ImportPart> which, Func<int, ValueTask> tick, CancellationToken cancel)
    {
        var parts = InTurn(read.Parts).Where(part => which(part) && HasOrders(part)).ToList();
        if (parts.TrueForAll(part => part.OrdersStandTogether)) return null;
        var (last, count) = (new HashNumbers(), 0);
        foreach (var part in parts)
        {
            await using var file = files.Open(shop.Id, part.File);
            using var rows = Open(file, part);
            var column = FormatOf(part).OrderColumn(rows.Headings)!.Value;
            while (rows.Read())
            {
                last[OrderHash.Of(rows[column])] = ++count;
                if (count % Step != 0) continue;
                cancel.ThrowIfCancellationRequested();
                await tick(0);
            }
        }

        return last;
    }

    private static IEnumerable<ImportPart> InTurn(IReadOnlyList<ImportPart> parts) =>
        parts.Where(part => part.Format is not null && part.Problem is null).OrderBy(part => FormatOf(part).Order).ThenBy(part => part.Index);

    private static bool HasOrders(ImportPart part) => FormatOf(part).OrderColumn(new Headings(part.Headings, part.Mapping)) is not null;

    private static IFormat FormatOf(ImportPart part) => RecognizeFormat.Find(part.Format)!;

    private static CsvRows Open(Stream file, ImportPart part) => CsvRows.Open(file, TextEncoding.Of(part.CodePage), part.Shape, part.Mapping, part.FirstRow).Value!;

    private Action<CsvRows> Open(ImportPart part, CsvRows rows, ImportDraft draft)
    {
        var take = FormatOf(part).Open(rows.Headings, part.Habits!, shop.Facts, draft);
        return FormatOf(part) is IMappable byHand ? TablesBelow.KeptOut(byHand, rows.Headings, draft, take) : take;
    }
}
