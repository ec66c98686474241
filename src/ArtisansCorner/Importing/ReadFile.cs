using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>Reads the file of an import from beginning to end into a draft; the same file always gives the same draft.</summary>
internal sealed class ReadFile(SplitUpload split, MappingQuery mappings, SurveyParts survey, MendedQuery mended, ReadParts readParts, FileStore files, CurrentShop shop, ImportLimits limits)
{
    /// <summary>The draft, or why the file cannot be read.</summary>
    /// <param name="turn">The hold on the import.</param>
    /// <param name="import">The import.</param>
    /// <param name="whole">Called whenever the draft holds some thousand lines of orders that are whole; what it does not forget stays.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<FileRead>> RunAsync(ImportTurn turn, Import import, Func<FileRead, Task> whole, CancellationToken cancel)
    {
        var plan = ImportPlan.Of(import);
        var (parts, passedOver) = (plan.Parts, plan.PassedOver);
        if (parts.Count == 0 || !parts.All(part => files.Exists(shop.Id, part.File)))
        {
            var taken = await split.RunAsync(turn.ImportId, import.FileName, TickAsync, cancel);
            if (!taken.Succeeded) return taken.Problems[0];
            // What was decided stays decided; its files stand again under the same ids.
            if (parts.Count == 0)
            {
                (parts, var problem) = await survey.RunAsync(taken.Value.Parts, plan, await mappings.AllAsync(cancel), TickAsync, cancel);
                passedOver = taken.Value.PassedOver;
                if (problem is not null) return new FileRead(new ImportDraft(), parts, passedOver) { Problem = problem };
                parts = await mended.AsBeforeAsync(parts, plan, cancel);
            }
        }

        var read = new FileRead(new ImportDraft(), parts, passedOver) { BeforeSales = RoundsOf(InRounds.BeforeSales), AfterSales = RoundsOf(InRounds.AfterSales) };
        if (read.IsUndecided) return read;
        turn.Within(read.AfterSales[0], read.Rows);
        await readParts.RunAsync(read, count => turn.TickAsync(count, read.Rows, cancel), () => whole(read), cancel);
        return read;

        IReadOnlyList<Round> RoundsOf(InRounds rounds) => Round.Over(parts.Where(part => ReadParts.RoundsOf(part) == rounds).Sum(part => part.Rows), limits.RowsHeld);

        ValueTask TickAsync() => turn.TickAsync(0, 0, cancel);
    }
}

/// <summary>What a file says, and how it was understood.</summary>
/// <param name="Draft">Its facts, what its orders are made of, and the rows that do not go in.</param>
/// <param name="Parts">Its tables.</param>
/// <param name="PassedOver">What else is in it.</param>
internal sealed record FileRead(ImportDraft Draft, IReadOnlyList<ImportPart> Parts, IReadOnlyList<PassedOver> PassedOver)
{
    /// <summary>What its sales and refunds come to.</summary>
    public OrderCounts Counts { get; } = new();

    /// <summary>What it has beside them.</summary>
    public FactCounts Others { get; } = new();

    /// <summary>The rounds in which the rows are read that must be held together and come before sales.</summary>
    public IReadOnlyList<Round> BeforeSales { get; init; } = [Round.Only];

    /// <summary>The rounds in which the rows are read that must be held together and come after sales.</summary>
    public IReadOnlyList<Round> AfterSales { get; init; } = [Round.Only];

    /// <summary>Why none of it may go in, though all of it can be read.</summary>
    public Problem? Refused { get; set; }

    /// <summary>Whether nothing of the file can go in.</summary>
    public bool IsEmpty => !Counts.Any && !Others.Any;

    /// <summary>Why none of it can be read, though its tables could be told apart.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Whether a person must choose first what some part is.</summary>
    public bool IsUndecided => Parts.Any(part => part.Candidates.Count > 0);

    /// <summary>How many rows it has.</summary>
    public int Rows => Parts.Sum(part => part.Rows);

    /// <summary>What it is: the format of its parts, “several” where they differ, nothing while that is not decided.</summary>
    public string? Format => IsUndecided ? null : Parts.Select(part => part.Format).OfType<string>().Distinct().ToList() switch
    {
        [] => null,
        [var one] => one,
        _ => Several,
    };

    /// <summary>How sure that is: as sure as of the least sure part.</summary>
    public int Confidence => IsUndecided ? 0 : Parts.Where(part => part.Format is not null).Select(part => part.Confidence).DefaultIfEmpty(0).Min();

    /// <summary>The word for a file whose parts are of different formats.</summary>
    public const string Several = "several";
}
