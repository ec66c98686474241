using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing;

/// <summary>Reads the file of an import and finds what of it is here; its orders are counted and forgotten while it reads on.</summary>
internal sealed class LookThroughFile(ReadFile readFile, FindPresence presence)
{
    /// <summary>What it says, or why it cannot be read.</summary>
    public async Task<Outcome<FileRead>> RunAsync(ImportTurn turn, Import import, CancellationToken cancel)
    {
        var outcome = await readFile.RunAsync(turn, import, WholeAsync, cancel);
        if (!outcome.Succeeded || outcome.Value is { Problem: not null } or { IsUndecided: true }) return outcome;
        await presence.FindRestAsync(outcome.Value.Draft, turn.ImportId, cancel);
        Count(outcome.Value);
        return outcome;

        async Task WholeAsync(FileRead read)
        {
            await presence.FindOrdersAsync(read.Draft, turn.ImportId, cancel);
            Count(read);
        }
    }

    private static void Count(FileRead read)
    {
        read.Counts.Add(read.Draft);
        read.Draft.Forget();
    }
}
