using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing;

/// <summary>Reads the file of an import and finds what of it is here; what passes by is counted and forgotten while it reads on.</summary>
internal sealed class LookThroughFile(ReadFile readFile, ReadParts readParts, FindPresence presence, IEnumerable<IBringFacts> others)
{
    /// <summary>What it says, or why it cannot be read.</summary>
    public async Task<Outcome<FileRead>> RunAsync(ImportTurn turn, Import import, CancellationToken cancel)
    {
        var outcome = await readFile.RunAsync(turn, import, WholeAsync, cancel);
        if (!outcome.Succeeded || outcome.Value is { Problem: not null } or { IsUndecided: true }) return outcome;
        var read = outcome.Value;
        // What is bought may be of what the same file tells, so that all codes are known first.
        await EachRoundAsync(turn, read, InRounds.BeforeSales, read.BeforeSales, LookBeforeSalesAsync, cancel);
        await EachRoundAsync(turn, read, InRounds.AfterSales, read.AfterSales, () => LookAfterSalesAsync(turn, read, cancel), cancel);
        turn.Within(Round.Only, 0);
        return outcome;

        async Task WholeAsync(FileRead read)
        {
            await presence.FindOrdersAsync(read.Draft, turn.ImportId, cancel);
            Count(read);
        }

        async Task LookBeforeSalesAsync()
        {
            await presence.FindBeforeSalesAsync(read.Draft, turn.ImportId, cancel);
            await RefuseAsync(read, InRounds.BeforeSales, cancel);
            read.Others.AddBeforeSales(read.Draft, others);
            if (read.BeforeSales.Count > 1) read.Draft.ForgetRoundBeforeSales();
        }
    }

    /// <summary>Looks at one round after the other, of which the first was read with all else.</summary>
    private async Task EachRoundAsync(ImportTurn turn, FileRead read, InRounds rounds, IReadOnlyList<Round> all, Func<Task> look, CancellationToken cancel)
    {
        foreach (var round in all)
        {
            if (read.Refused is not null) return;
            turn.Within(round, read.Rows);
            if (round.At > 0) await readParts.RoundAsync(read, rounds, round, count => turn.TickAsync(count, read.Rows, cancel), cancel);
            await look();
        }
    }

    /// <summary>What a file of one round holds stays, for it need not be read once more to be written.</summary>
    private async Task LookAfterSalesAsync(ImportTurn turn, FileRead read, CancellationToken cancel)
    {
        await presence.FindAfterSalesAsync(read.Draft, turn.ImportId, cancel);
        await RefuseAsync(read, InRounds.AfterSales, cancel);
        Count(read);
        read.Others.AddAfterSales(read.Draft, others);
        foreach (var day in read.Draft.Facts.Select(fact => fact.OnDay).OfType<DateOnly>()) read.Counts.Hear(day);
        if (read.AfterSales.Count > 1) read.Draft.ForgetRound();
    }

    private async Task RefuseAsync(FileRead read, InRounds rounds, CancellationToken cancel)
    {
        foreach (var other in others.Where(other => other.Rounds == rounds)) read.Refused ??= await other.RefuseAsync(read.Draft, cancel);
    }

    private static void Count(FileRead read)
    {
        read.Counts.Add(read.Draft);
        read.Draft.Forget();
    }
}
