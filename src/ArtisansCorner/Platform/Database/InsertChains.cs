using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Rows that the database makes of its own, each with values of those before it in a chain: INSERT … SELECT with window functions, which LINQ cannot say.
/// </summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="chain">The member by which rows belong to one chain.</param>
/// <param name="order">The member that a chain is ordered by; rows are inserted in its order too.</param>
/// <param name="earlier">What a row takes from those before it.</param>
internal sealed class InsertChains<T>(string chain, string order, IReadOnlyList<Earlier> earlier)
    where T : class
{
    /// <summary>Inserts the rows of a query, which ends in <c>Select(… => new T { … })</c>, inside the transaction that is open, without any row coming here.</summary>
    public async Task RunAsync(AppDb db, IQueryable<T> rows, CancellationToken cancel)
    {
        await using var command = rows.CreateDbCommand();
        command.CommandText = Statement(db, SelectedMembers.Of(rows.Expression), command.CommandText);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancel);
    }

    // All names come from the model.
    private string Statement(AppDb db, IReadOnlyList<string> selected, string select)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var own = string.Join(", ", selected.Select(Column));
        return $"""
            WITH link ({own}) AS (
            {select}
            )
            INSERT INTO "{table.Name}" ({own}, {string.Join(", ", earlier.Select(one => Column(one.Member)))})
            SELECT {own}, {string.Join(", ", earlier.Select(one => $"LAG({Column(one.Of)}, {one.Places}{(one.IsNumber ? ", 0" : "")}) OVER chain"))}
            FROM link WINDOW chain AS (PARTITION BY {Column(chain)} ORDER BY {Column(order)})
            ORDER BY {Column(order)}, {Column(chain)}
            """;

        string Column(string member) => $"\"{entity.FindProperty(member)!.GetColumnName(table)}\"";
    }
}

/// <summary>What a row of a chain takes from one before it.</summary>
/// <param name="Member">The member that takes it.</param>
/// <param name="Of">The other's member.</param>
/// <param name="Places">How many places before it the other stands.</param>
/// <param name="IsNumber">Whether it is 0 where there is none; else nothing.</param>
internal sealed record Earlier(string Member, string Of, int Places, bool IsNumber = false);

/// <summary>The members that a query fills, in the order of the columns that it selects.</summary>
internal static class SelectedMembers
{
    /// <summary>Those of a query that ends in <c>Select(… => new T { … })</c>.</summary>
    public static IReadOnlyList<string> Of(Expression query) =>
        query is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [_, UnaryExpression { Operand: LambdaExpression { Body: MemberInitExpression made } }] }
            ? [.. made.Bindings.Select(binding => binding.Member.Name)]
            : throw new InvalidOperationException("The query does not end in a Select that makes rows.");
}
