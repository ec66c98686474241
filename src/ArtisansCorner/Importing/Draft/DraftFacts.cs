using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>What a draft holds beside sales and refunds, kind by kind, each number of a kind and channel once.</summary>
internal sealed class DraftFacts
{
    private readonly Dictionary<Type, List<DraftFact>> facts = [];
    private readonly HashSet<(Type Kind, int Channel, string Number)> numbers = [];
    private HashNumbers? roundOfRow;

    /// <summary>All of them.</summary>
    public IEnumerable<DraftFact> All => facts.Values.SelectMany(some => some);

    /// <summary>Those of one kind, in the order of the file.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : DraftFact => facts.TryGetValue(typeof(T), out var some) ? [.. some.Cast<T>()] : [];

    /// <summary>Adds one that is read in this round; false, and nothing is added, when there is one of this kind and number already.</summary>
    public bool Add(DraftFact fact, Round round)
    {
        if (!numbers.Add((fact.GetType(), fact.Channel, fact.Number)) || (round.Of > 1 && fact is DraftRow && WasInAnother(fact, round))) return false;
        if (!facts.TryGetValue(fact.GetType(), out var some)) facts.Add(fact.GetType(), some = []);
        some.Add(fact);
        return true;
    }

    // Twice under two keys, a row of one number may come in two rounds.
    private bool WasInAnother(DraftFact row, Round round)
    {
        ref var by = ref (roundOfRow ??= new HashNumbers())[OrderHash.Of($"{row.Channel} {row.Number}")];
        if (by == 0) by = round.At + 1;
        return by != round.At + 1;
    }

    /// <summary>Takes some out again, and tells their rows.</summary>
    public IReadOnlyList<int> Remove<T>(Predicate<T> which)
        where T : DraftFact
    {
        if (!facts.TryGetValue(typeof(T), out var some)) return [];
        var gone = some.Where(fact => which((T)fact)).ToList();
        if (gone.Count > 0) some.RemoveAll(gone.ToHashSet().Contains);
        return gone.ConvertAll(fact => fact.Row);
    }

    /// <summary>Forgets those that are held for a round.</summary>
    public void ForgetRound()
    {
        foreach (var kind in facts.Where(kind => kind.Value is [{ IsOfRound: true }, ..]).Select(kind => kind.Key).ToList()) facts.Remove(kind);
    }

    /// <summary>Ends the adding: numbers are only for that, and a large file's are large.</summary>
    public void Complete()
    {
        numbers.Clear();
        numbers.TrimExcess();
    }
}
