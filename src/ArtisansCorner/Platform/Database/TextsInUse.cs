using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// The different texts in a column of the current shop, in their order, found from one to the next by an index: as many look-ups as there are texts, however
/// many rows have them. It is a query that calls itself, which LINQ cannot say; DISTINCT goes through all rows.
/// </summary>
/// <param name="all">The texts of all rows, which an index has in order.</param>
/// <param name="shown">What is shown for one of these texts; nothing: the text itself.</param>
internal sealed class TextsInUse(Func<AppDb, IQueryable<string>> all, Func<AppDb, string, IQueryable<string>>? shown = null)
{
    private const string Found = "used.word";

    // A text that no row has: where it stands in the SQL, the text belongs that was found last.
    private const string Mark = "\u0001";

    private readonly PerModel<string> statements = new(db => StatementOf(db, After(all(db), Mark), shown?.Invoke(db, Mark)));

    /// <summary>The first of them, so many at most.</summary>
    public Task<List<string>> ListAsync(AppDb db, int most, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<string>(statements.Of(db), db.CurrentShopInSql, most).ToListAsync(cancel);

    [SuppressMessage("Globalization", "CA1309", Justification = "It becomes SQL.")]
    private static IQueryable<string> After(IQueryable<string> texts, string last) => texts.Where(text => string.Compare(text, last) > 0).Order().Take(1);

    // Before all texts comes the empty one.
    private static string StatementOf(AppDb db, IQueryable<string> next, IQueryable<string>? shown) => $$"""
        WITH RECURSIVE used(word, number) AS (
        SELECT CAST('' AS text), 0
        UNION ALL
        SELECT CAST(({{Inner(db, next)}}) AS text), number + 1 FROM used WHERE word IS NOT NULL AND number < {1})
        SELECT {{(shown is null ? "word" : $"({Inner(db, shown.Take(1))})")}} AS "Value" FROM used WHERE word IS NOT NULL AND number > 0 ORDER BY number
        """;

    private static string Inner(AppDb db, IQueryable<string> query)
    {
        using var command = query.CreateDbCommand();
        var sql = command.CommandText;
        // The longest name first, for another may be its beginning.
        foreach (var parameter in command.Parameters.Cast<DbParameter>().OrderByDescending(parameter => parameter.ParameterName.Length))
            sql = sql.Replace($"@{parameter.ParameterName.TrimStart('@')}", PlaceOf(parameter.Value, db), StringComparison.Ordinal);
        return sql;
    }

    private static string PlaceOf(object? value, AppDb db) => value switch
    {
        Mark => Found,
        // How many are taken.
        1 => "1",
        _ when StructuralComparisons.StructuralEqualityComparer.Equals(value, db.CurrentShopInSql) => "{0}",
        _ => throw new InvalidOperationException("A query of texts depends on the shop and on the text before alone."),
    };
}
