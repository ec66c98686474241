using System.Collections;
using System.Data.Common;

namespace ArtisansCorner.Platform.Database;

/// <summary>The result among several that stands next in a reader, as if it were the only one; closing it leaves the others to be read.</summary>
internal sealed class OneResult(DbDataReader all) : DbDataReader
{
    public override int Depth => all.Depth;

    public override int FieldCount => all.FieldCount;

    public override bool HasRows => all.HasRows;

    public override bool IsClosed => all.IsClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => all[ordinal];

    public override object this[string name] => all[name];

    public override bool NextResult() => false;

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override bool Read() => all.Read();

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => all.ReadAsync(cancellationToken);

    public override bool IsDBNull(int ordinal) => all.IsDBNull(ordinal);

    public override Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken) => all.IsDBNullAsync(ordinal, cancellationToken);

    public override T GetFieldValue<T>(int ordinal) => all.GetFieldValue<T>(ordinal);

    public override Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken) => all.GetFieldValueAsync<T>(ordinal, cancellationToken);

    public override bool GetBoolean(int ordinal) => all.GetBoolean(ordinal);

    public override byte GetByte(int ordinal) => all.GetByte(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => all.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    public override char GetChar(int ordinal) => all.GetChar(ordinal);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => all.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    public override string GetDataTypeName(int ordinal) => all.GetDataTypeName(ordinal);

    public override DateTime GetDateTime(int ordinal) => all.GetDateTime(ordinal);

    public override decimal GetDecimal(int ordinal) => all.GetDecimal(ordinal);

    public override double GetDouble(int ordinal) => all.GetDouble(ordinal);

    public override IEnumerator GetEnumerator() => all.GetEnumerator();

    public override Type GetFieldType(int ordinal) => all.GetFieldType(ordinal);

    public override float GetFloat(int ordinal) => all.GetFloat(ordinal);

    public override Guid GetGuid(int ordinal) => all.GetGuid(ordinal);

    public override short GetInt16(int ordinal) => all.GetInt16(ordinal);

    public override int GetInt32(int ordinal) => all.GetInt32(ordinal);

    public override long GetInt64(int ordinal) => all.GetInt64(ordinal);

    public override string GetName(int ordinal) => all.GetName(ordinal);

    public override int GetOrdinal(string name) => all.GetOrdinal(name);

    public override string GetString(int ordinal) => all.GetString(ordinal);

    public override object GetValue(int ordinal) => all.GetValue(ordinal);

    public override int GetValues(object[] values) => all.GetValues(values);
}
