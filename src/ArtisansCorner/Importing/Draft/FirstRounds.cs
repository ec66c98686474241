using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>Which round told of each thing first, where the rounds of a file may tell of one thing under several keys.</summary>
internal sealed class FirstRounds
{
    private readonly HashNumbers rounds = new();

    /// <summary>Whether no round before this one told of it.</summary>
    public bool IsOf(ReadOnlySpan<char> what, Round round)
    {
        ref var first = ref rounds[OrderHash.Of(what)];
        if (first == 0) first = round.At + 1;
        return first == round.At + 1;
    }

    /// <summary>Whether any round told of it.</summary>
    public bool Has(ReadOnlySpan<char> what) => rounds.Has(OrderHash.Of(what));
}
