import { type LicenseField, licenseFields, type Vendor, vendors } from '../../src/license/index.ts';
import matrix from '../../test/fixtures/support-matrix.json' with { type: 'json' };
import { Table } from './Table.tsx';

const names = Object.keys(vendors) as Vendor[];
const labels = names.map((vendor) => vendors[vendor].label);
const fields: readonly LicenseField[] = [...(Object.keys(licenseFields) as LicenseField[]), 'remote_data'];

/** Which vendor fills which field: the table that the kit itself goes by. */
export function FieldTable() {
  return (
    <Table
      caption="Fields by vendor"
      columns={['Field', ...labels]}
      rows={fields.map((field) => [
        <code key={field}>{field}</code>,
        ...names.map((vendor) => (vendors[vendor].fields.includes(field) ? 'Yes' : 'No')),
      ])}
    />
  );
}

const said: Readonly<Record<string, string>> = { required: 'Required', supported: 'Optional' };

/** Which parameter which vendor reads, as Truto's page marks it. */
export function ParameterTable() {
  const parameters = Object.entries(matrix.query_parameters).filter(([, { group }]) => group === 'vendor');
  return (
    <Table
      caption="Parameters by vendor"
      columns={['Parameter', ...labels]}
      rows={parameters.map(([name, parameter]) => [
        <code key={name}>{name}</code>,
        ...names.map((vendor) => said[parameter.vendors[vendor]] ?? 'Not read'),
      ])}
    />
  );
}
