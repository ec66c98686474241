using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Counts what a draft has beside sales and refunds.</summary>
internal static class FactCounts
{
    /// <summary>What is new and what is here, kind by kind; kinds that it does not have are missing, and new customers are counted with what sales bring.</summary>
    public static IReadOnlyList<FactCount> Of(ImportDraft draft, IEnumerable<IBringFacts> others) =>
        [.. others.Select(other => other.Count(draft)).Concat(
            [
                KnownCustomers(draft),
                Joined(draft, "fee", "fees", joined => joined.Fees.Select(fee => fee.Number)),
                Joined(draft, "payout", "payouts", joined => joined.Payout is null ? [] : [""]),
                Joined(draft, "account entry", "account entries", joined => joined.Entries.Select(entry => entry.Number)),
            ])
            .OfType<FactCount>().GroupBy(count => (count.One, count.Many))
            .Select(alike => new FactCount(alike.Key.One, alike.Key.Many, alike.Sum(count => count.Adds), alike.Sum(count => count.AlreadyHere), alike.Sum(count => count.Completes), alike.Select(count => count.Examples).FirstOrDefault(examples => examples is not null)))];

    private static FactCount? KnownCustomers(ImportDraft draft) =>
        draft.Customers.Count(customer => customer is { IsWanted: true, IsHere: true }) is > 0 and var known ? new FactCount("customer", "customers", 0, known) : null;

    private static FactCount? Joined(ImportDraft draft, string one, string many, Func<Joined, IEnumerable<string>> numbers)
    {
        long adds = 0, here = 0;
        foreach (var join in draft.Joins)
        {
            var known = numbers(join.Before).ToHashSet();
            foreach (var number in numbers(join.After))
            {
                if (known.Contains(number)) here++;
                else adds++;
            }
        }

        return adds + here == 0 ? null : new FactCount(one, many, adds, here);
    }
}
