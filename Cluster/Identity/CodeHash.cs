using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace PalActors.Clustering.Identity;

/// <summary>Computes the hash of what an assembly says that is to be computed.</summary>
/// <remarks>
/// SHA-256 over the module version id, then of each method in the order of the metadata its number, the length of its
/// intermediate code and that code, then of each field with initial data its number and the data. So it is the same
/// whether or not machine code was compiled ahead into the file, which moves everything else.
/// </remarks>
internal static class CodeHash
{
    /// <summary>Computes it of an assembly, lower-case hex.</summary>
    /// <param name="assembly">Its file, which is read and closed.</param>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    public static string Of(Stream assembly)
    {
        using PEReader file = new(assembly, PEStreamOptions.PrefetchEntireImage);
        MetadataReader metadata = file.GetMetadataReader();
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToByteArray());
        foreach (MethodDefinitionHandle method in metadata.MethodDefinitions)
        {
            if (metadata.GetMethodDefinition(method).RelativeVirtualAddress is var place and not 0)
                Append(hash, method, file.GetMethodBody(place).GetILContent().AsSpan());
        }

        foreach (FieldDefinitionHandle field in metadata.FieldDefinitions)
        {
            FieldDefinition definition = metadata.GetFieldDefinition(field);
            if (definition.GetRelativeVirtualAddress() is not 0 and int place)
                Append(hash, field, file.GetSectionData(place).GetContent(0, SizeOf(metadata, definition)).AsSpan());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Compilers give such fields a primitive type, or one that is nothing but a size.
    private static int SizeOf(MetadataReader metadata, FieldDefinition field)
    {
        BlobReader signature = metadata.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        return signature.ReadSignatureTypeCode() switch
        {
            SignatureTypeCode.TypeHandle when signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type =>
                metadata.GetTypeDefinition((TypeDefinitionHandle)type).GetLayout().Size,
            SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte => sizeof(byte),
            SignatureTypeCode.Char or SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 => sizeof(short),
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 or SignatureTypeCode.Single => sizeof(int),
            SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.Double => sizeof(long),
            _ => 0,
        };
    }

    private static void Append(IncrementalHash hash, EntityHandle handle, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, MetadataTokens.GetToken(handle));
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], content.Length);
        hash.AppendData(head);
        hash.AppendData(content);
    }
}
